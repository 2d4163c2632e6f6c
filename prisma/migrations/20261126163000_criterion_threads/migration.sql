-- CreateIndex
CREATE INDEX "comment_organization_id_criterion_id_idx" ON "comment"("organization_id", "criterion_id");

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_organization_id_criterion_id_fkey" FOREIGN KEY ("organization_id", "criterion_id") REFERENCES "criterion"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
